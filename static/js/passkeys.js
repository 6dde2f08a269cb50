// Passkeys: a form[data-passkeys] shows where the browser has them; a form[data-passkey] asks the
// browser for one, by data-options, and sends what it says.

const canUsePasskeys = Boolean(window.PublicKeyCredential);

for (const form of document.querySelectorAll("form[data-passkeys]")) {
  form.hidden = !canUsePasskeys;
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const [waiting, failed] = ["waiting", "failed"].map((part) =>
    form.querySelector(`[data-passkey-${part}]`));
  const again = form.querySelector("button");

  const ask = async () => {
    show(true);
    try {
      const key = await asked(form.dataset.passkey, JSON.parse(form.dataset.options));
      form.elements.credential.value = JSON.stringify(plain(key));
      form.submit();
    } catch {
      show(false);  // refused, timed out, or no passkey at hand: the browser tells nobody which
    }
  };

  const show = (isWaiting) => {
    waiting.hidden = !isWaiting;
    failed.hidden = isWaiting;
    again.hidden = isWaiting;
  };

  again.addEventListener("click", (event) => {
    event.preventDefault();
    ask();
  });
  ask();
}

function asked(deed, options) {
  const publicKey = { ...options, challenge: bytes(options.challenge) };
  if (options.user) {
    publicKey.user = { ...options.user, id: bytes(options.user.id) };
  }
  for (const list of ["allowCredentials", "excludeCredentials"]) {
    publicKey[list] = (options[list] ?? []).map((each) => ({ ...each, id: bytes(each.id) }));
  }
  return navigator.credentials[deed]({ publicKey });
}

function plain(key) {
  const response = {};
  for (const name of [
    "clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle",
  ]) {
    if (key.response[name]) {
      response[name] = text(key.response[name]);
    }
  }
  response.transports = key.response.getTransports?.() ?? [];
  return {
    id: key.id,
    rawId: text(key.rawId),
    type: key.type,
    response,
    clientExtensionResults: key.getClientExtensionResults(),
  };
}

// Bytes travel as base64url (RFC 4648 §5).
function bytes(encoded) {
  const base64 = encoded.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function text(buffer) {
  const characters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte));
  return btoa(characters.join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
