import { getTableColumns, getTableName, is } from "drizzle-orm";
import { SQLiteTable, SQLiteBlobBuffer } from "drizzle-orm/sqlite-core";
import { expect, it } from "vitest";
import * as schema from "../../db/schema.ts";
import { SEALED, UNDER_A_CASE } from "../../src/keys/sealed.ts";

it("Whoever adds a sealed column to the tables says whose key seals it", () => {
  const blobs = Object.values(schema)
    .flatMap((value: unknown) => (is(value, SQLiteTable) ? [value] : []))
    .flatMap((table) =>
      Object.entries(getTableColumns(table))
        .filter(([, column]) => is(column, SQLiteBlobBuffer))
        .map(([name]) => `${getTableName(table)}.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`),
    );
  expect(blobs.sort()).toEqual([...SEALED.map(({ table, column }) => `${table}.${column}`), ...UNDER_A_CASE].sort());
});
