import fc from "fast-check";
import { expect, test } from "vitest";
import type { Role } from "../../db/schema.ts";
import { SETTINGS } from "../../db/settings.ts";
import { endOfSession } from "../../src/accounts/lifetimes.ts";
import { hasDesk } from "../../src/accounts/roles.ts";
import { MINUTE } from "../../src/shared/time.ts";
import { DAY, HOUR, NOW } from "../world.ts";

test("Whatever is clicked when, nobody at a desk stays in longer than the limits, and a contact's end is not put off", () => {
  const lifetimes = {
    deskHours: SETTINGS.deskHours.value,
    deskIdleMinutes: SETTINGS.deskIdleMinutes.value,
    contactDays: SETTINGS.contactDays.value,
  };
  const role = fc.constantFrom<Role>("contact", "brobygger", "lead", "referrer", "editor");
  fc.assert(
    fc.property(
      fc.array(role, { maxLength: 4 }),
      fc.array(fc.integer({ min: 0, max: 90 * MINUTE }), { maxLength: 60 }),
      (roles, pauses) => {
        let lastSeenAt = NOW;
        for (const pause of pauses) {
          const at = lastSeenAt + pause;
          const isDesk = hasDesk(roles.map((each) => ({ role: each })));
          const isIn = at < endOfSession({ createdAt: NOW, lastSeenAt }, isDesk, lifetimes);
          expect(isIn).toBe(
            roles.some((each) => each !== "contact")
              ? pause < 30 * MINUTE && at - NOW < 12 * HOUR
              : at - NOW < 30 * DAY,
          );
          if (!isIn) return;
          lastSeenAt = at;
        }
      },
    ),
  );
});
