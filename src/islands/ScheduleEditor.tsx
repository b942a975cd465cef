import { useEffect, useRef, useState } from "preact/hooks";
import { contact as texts } from "../texts/contact.ts";
import { DatedRow, SeriesRow } from "./ScheduleRow.tsx";

type Kind = "w" | "m" | "d";

interface Props {
  /** What stands in the fields, by name: `w0day`, `d2date` … */
  values: Record<string, string>;
  /** What is wrong, by name. */
  errors: Record<string, string>;
  /** The numbers of the rows there are. */
  rows: Record<Kind, number[]>;
  /** Where the buttons post the form without scripts: the same page, which comes back with a row more or less. */
  page: string;
}

const KINDS: readonly Kind[] = ["w", "m", "d"];
const NAMES: Record<Kind, string> = { w: texts.weekly, m: texts.monthly, d: texts.certainDays };

/**
 * The rows of a schedule. Without scripts its buttons post the form to the page; with them rows come and go at once.
 */
export default function ScheduleEditor({ values, errors, rows: given, page }: Props) {
  const [rows, setRows] = useState(given);
  const [added, setAdded] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (added)
      box.current?.querySelector<HTMLElement>(`[data-row="${added}"] select, [data-row="${added}"] input`)?.focus();
  }, [added]);

  const add = (kind: Kind) => (event: Event) => {
    event.preventDefault();
    const number = Math.max(-1, ...rows[kind]) + 1;
    setRows({ ...rows, [kind]: [...rows[kind], number] });
    setAdded(`${kind}${number}`);
  };
  const remove = (kind: Kind, number: number) => (event: Event) => {
    event.preventDefault();
    setRows({ ...rows, [kind]: rows[kind].filter((other) => other !== number) });
    box.current?.querySelector<HTMLElement>(`[value="${kind}"]`)?.focus();
  };

  const shared = { values, errors };
  return (
    <div ref={box} class="rows">
      {KINDS.flatMap((kind) =>
        rows[kind].map((number, index) => (
          <fieldset key={`${kind}${number}`} class="schedule-row" data-row={`${kind}${number}`}>
            <legend>{index === 0 ? NAMES[kind] : texts.row(NAMES[kind], index + 1)}</legend>
            {kind === "d" ? (
              <DatedRow {...shared} row={`d${number}`} />
            ) : (
              <SeriesRow {...shared} kind={kind} row={`${kind}${number}`} />
            )}
            <button
              class="link-button"
              formaction={page}
              formnovalidate
              name="remove"
              value={`${kind}${number}`}
              onClick={remove(kind, number)}
            >
              {texts.remove}
              <span class="visually-hidden"> {texts.row(NAMES[kind], index + 1)}</span>
            </button>
            <input type="hidden" name={`${kind}${number}was`} value={values[`${kind}${number}was`] ?? ""} />
          </fieldset>
        )),
      )}
      <p class="add-rows">
        {KINDS.map((kind) => (
          <button
            key={kind}
            class="button quiet small"
            formaction={page}
            formnovalidate
            name="more"
            value={kind}
            onClick={add(kind)}
          >
            + {NAMES[kind]}
          </button>
        ))}
      </p>
    </div>
  );
}
