import { sql } from "drizzle-orm";
import { users } from "./schema.ts";

/**
 * Whether somebody has chosen a password, or is known by the municipality's own sign-in: who was only invited has not.
 */
export const canSignIn = sql<number>`(${users.passwordHash} IS NOT NULL OR EXISTS (SELECT 1 FROM directory_people d WHERE d.user_id = ${users.id}))`;
