import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findActions } from "../harness/actions.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";
import { demoEmail, visit, type Visitor } from "../harness/visitor.ts";

const folder = temporaryFolder("roles");
let server: RunningServer;
beforeAll(async () => {
  server = await startServer(folder.path);
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

const ROLES = ["nobody", "contact", "brobygger", "lead", "editor", "data-officer"] as const;
type Someone = (typeof ROLES)[number];

/** A lead does what a brobygger does, an editor what a contact does. */
const ALSO: Partial<Record<Someone, string>> = { lead: "brobygger", editor: "contact" };

/** Whether somebody of that role may post what is for `who`, as the actions name it. */
function isNamed(who: string, role: Someone): boolean {
  if (who === "anyone") return true;
  return role !== "nobody" && (who === "signed-in" || who === role || who === ALSO[role]);
}

/** What becomes of an empty form: refused for who posts it, or read. */
async function outcome(visitor: Visitor, action: string): Promise<"refused" | "read" | number> {
  const answer = await visitor.post(`/privatliv?_action=${action}`, {});
  if (answer.status === 403 || answer.headers.get("location")?.startsWith("/log-ind?videre=")) return "refused";
  return answer.status < 500 ? "read" : answer.status;
}

describe("Every form of the site", () => {
  it.each(ROLES)(
    "is read for %s where its action names that role, and refused where not",
    { timeout: 120_000 },
    async (role) => {
      let visitor = visit(server.address);
      const found: Record<string, unknown> = {};
      const wanted: Record<string, unknown> = {};
      for (const { name, who } of findActions()) {
        // What signs out, or wants the password anew, leaves nobody who could post the next one.
        if (role !== "nobody" && !/(^|; )faellesbro=/.test(visitor.cookie())) {
          visitor = visit(server.address);
          await visitor.signIn(demoEmail(role));
        }
        found[name] = await outcome(visitor, name);
        wanted[name] = isNamed(who ?? "", role) ? "read" : "refused";
      }
      expect(found).toEqual(wanted);
      expect(Object.keys(found).length).toBeGreaterThan(100);
    },
  );
});
