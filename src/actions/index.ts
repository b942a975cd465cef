import { referrals } from "./referrals.ts";

export const server = { referrals };
