"""How often one visitor may ask for what costs something. Counted in Redis where there is one."""

from ipaddress import ip_address, ip_network

from flask import Flask, request
from flask_limiter import Limiter

NETWORK_BITS = 64  # what one subscriber is given of IPv6 (RFC 6177 §2)


def visitor() -> str:
    """The address that a request comes from; of IPv6 its network, which is one subscriber's.

    Forwarding headers say nothing here beyond `EVENTAPP_PROXIES`.
    """
    try:
        address = ip_address(request.remote_addr or "127.0.0.1")
    except ValueError:
        return "unknown"
    if address.version == 4:
        return str(address)
    return str(address.ipv4_mapped or ip_network((address, NETWORK_BITS), strict=False))


limiter = Limiter(key_func=visitor, headers_enabled=False)


def init_app(app: Flask, redis_url: str) -> None:
    """Without Redis each process counts for itself: a limit is then one per process."""
    app.config["RATELIMIT_STORAGE_URI"] = redis_url or "memory://"
    limiter.init_app(app)
