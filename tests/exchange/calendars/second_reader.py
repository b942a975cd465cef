"""Reads calendars with icalendar and recurring-ical-events (PyPI), as a second opinion on what they say.

In: lines of JSON {"file": base64, "from": date, "to": date}. Out: for each a line of JSON, its dates that are not
cancelled as "2026-12-01 10:00-12:00" by Danish clocks, or {"error": …}."""

import base64
import json
import sys
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

HERE = ZoneInfo("Europe/Copenhagen")


def local(moment):
    return (moment if moment.tzinfo else moment.replace(tzinfo=HERE)).astimezone(HERE)


def dates_of(event, first, last):
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return []
    start, end = event.start, event.end
    if not isinstance(start, datetime):
        days = max(1, (end - start).days)
        named = [(start + timedelta(days=day)).isoformat() for day in range(days)]
        return [f"{day} 00:00-23:59" for day in named if first <= day <= last]
    start, end = local(start), local(end)
    return [f"{start:%Y-%m-%d %H:%M}-{end:%H:%M}"] if first <= f"{start:%Y-%m-%d}" <= last else []


for line in sys.stdin:
    asked = json.loads(line)
    first, last = asked["from"], asked["to"]
    try:
        found = set()
        for calendar in icalendar.Calendar.from_ical(base64.b64decode(asked["file"]), multiple=True):
            events = recurring_ical_events.of(calendar).between(
                date.fromisoformat(first) - timedelta(days=1), date.fromisoformat(last) + timedelta(days=2)
            )
            found.update(when for event in events for when in dates_of(event, first, last))
        print(json.dumps(sorted(found)))
    except Exception as error:
        print(json.dumps({"error": f"{type(error).__name__}: {error}"}))
