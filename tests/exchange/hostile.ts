/** Files that are broken or mean harm, by what is wrong with them. */
export type Hostile = [what: string, bytes: Buffer];
