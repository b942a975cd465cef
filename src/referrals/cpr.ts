export { looksLikeCpr } from "../shared/cpr.ts";
