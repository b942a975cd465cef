import pino from "pino";

/** The log of this process: JSON lines on standard output. Personal data, queries and tokens never go into it. */
export const log = pino({ level: "info", base: null, timestamp: pino.stdTimeFunctions.isoTime });
export type Log = typeof log;
