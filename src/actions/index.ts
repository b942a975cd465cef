import { accounts } from "./accounts.ts";
import { activities } from "./activities.ts";
import { directory } from "./directory.ts";
import { editor } from "./editor.ts";
import { intake } from "./exchange.ts";
import { organisations } from "./organisations.ts";
import { pointing } from "./pointing.ts";
import { referrals } from "./referrals.ts";
import { sweeping } from "./sweeping.ts";
import { trust } from "./upkeep.ts";

export const server = { accounts, activities, directory, editor, intake, organisations, pointing, referrals, sweeping, trust };
