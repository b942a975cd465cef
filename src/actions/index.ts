import { accounts } from "./accounts.ts";
import { activities } from "./activities.ts";
import { casework } from "./casework.ts";
import { companions } from "./companions.ts";
import { directory } from "./directory.ts";
import { editing } from "./editing.ts";
import { exchange } from "./exchange.ts";
import { figures } from "./figures.ts";
import { following } from "./following.ts";
import { introductions } from "./introductions.ts";
import { links } from "./links.ts";
import { organisations } from "./organisations.ts";
import { partners } from "./partners.ts";
import { passes } from "./passes.ts";
import { pointing } from "./pointing.ts";
import { practice } from "./practice.ts";
import { referrals } from "./referrals.ts";
import { rights } from "./rights.ts";
import { several } from "./several.ts";
import { supervision } from "./supervision.ts";
import { sweeping } from "./sweeping.ts";
import { talk } from "./talk.ts";
import { units } from "./units.ts";
import { upkeep } from "./upkeep.ts";

export const server = {
  accounts,
  activities,
  casework,
  companions,
  directory,
  editing,
  exchange,
  figures,
  following,
  introductions,
  links,
  organisations,
  partners,
  passes,
  pointing,
  practice,
  referrals,
  rights,
  several,
  supervision,
  sweeping,
  talk,
  units,
  upkeep,
};
