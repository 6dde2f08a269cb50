// Reads a calendar from standard input as Thunderbird does, and writes what it understood as JSON.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
}

const at = (time) => time.isDate
  ? time.toString()
  : new Date(time.toUnixTime() * 1000).toISOString();

const entries = calendar.getAllSubcomponents("vevent").map((part) => {
  const event = new ICAL.Event(part);
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    location: event.location ?? "",
    sequence: event.sequence,
    start: at(event.startDate),
    end: at(event.endDate),
    zone: event.startDate.zone.tzid,
  };
});
process.stdout.write(JSON.stringify(entries));
