import { teamsOf, type Viewer } from "../../../accounts/roles.ts";
import type { Gap } from "../../../casework/talk/wished-gaps.ts";

/** The gap that an address names (`omraade`, `tema`, `tid`), of a team of the viewer's (`hold`, else the first). */
export function askedGap(viewer: Viewer, asked: URLSearchParams): Gap & { teamId: string } {
  const teams = teamsOf(viewer);
  const said = (name: string) => asked.get(name) ?? "";
  const teamId = teams.find((id) => id === said("hold")) ?? teams[0] ?? "";
  return { teamId, area: said("omraade"), theme: said("tema"), time: said("tid") };
}
