import { expect, it } from "vitest";
import { openLine } from "../../src/accounts/line.ts";

it("A line of guesses looks at no more at the same time than the line allows, in order, those first who are known", async () => {
  const line = openLine(2, 10);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const deed = (n: number) => async () => {
    most = Math.max(most, ++running);
    order.push(n);
    await Promise.resolve();
    running -= 1;
  };
  await Promise.all(Array.from({ length: 8 }, (_, n) => line.run(deed(n), n >= 6)));
  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 6, 7, 2, 3, 4, 5]);
});
