import { useEffect, useRef, useState } from "preact/hooks";
import { contact as texts } from "../texts/contact.ts";
import { weekdayLabels } from "../texts/labels.ts";

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
const DAYS = ["man", "tir", "ons", "tor", "fre", "loer", "soen"] as const;
const ORDERS = ["1", "2", "3", "4", "-1"] as const;

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

interface RowProps {
  row: string;
  values: Record<string, string>;
  errors: Record<string, string>;
}

function DatedRow(props: RowProps) {
  return (
    <div class="row-fields">
      <Input {...props} name="date" label={texts.date} type="date" />
      <Hours {...props} />
    </div>
  );
}

function SeriesRow({ kind, ...props }: RowProps & { kind: "w" | "m" }) {
  const { row, values, errors } = props;
  const mores = ["weeks", "until", "except"];
  const isOpen = mores.some((name) => values[row + name] || errors[row + name]) || errors[`${row}from`] !== undefined;
  return (
    <>
      <div class="row-fields">
        {kind === "m" && (
          <Select
            {...props}
            name="order"
            label={texts.order}
            options={ORDERS.map((order) => [order, texts.orders[order]])}
          />
        )}
        <Select
          {...props}
          name="day"
          label={texts.day}
          options={[["", texts.chooseDay], ...DAYS.map((day): [string, string] => [day, weekdayLabels[day].long])]}
        />
        <Hours {...props} />
      </div>
      <details open={isOpen}>
        <summary>{texts.more}</summary>
        <div class="row-fields">
          {kind === "w" && (
            <Select
              {...props}
              name="weeks"
              label={texts.weeks}
              options={[
                ["", texts.everyWeek],
                ["odd", texts.odd],
                ["even", texts.even],
              ]}
            />
          )}
          <Input {...props} name="from" label={texts.from} type="date" />
          <Input {...props} name="until" label={texts.until} type="date" />
          <Input {...props} name="except" label={texts.except} hint={texts.exceptHint} />
        </div>
      </details>
    </>
  );
}

function Hours(props: RowProps) {
  return (
    <div class="hours">
      <Input {...props} name="start" label={texts.start} type="time" />
      <Input {...props} name="end" label={texts.end} type="time" />
    </div>
  );
}

function Input({
  row,
  values,
  errors,
  name,
  label,
  hint,
  type = "text",
}: RowProps & { name: string; label: string; hint?: string; type?: string }) {
  const field = row + name;
  const id = `f-${field}`;
  const error = errors[field];
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
  return (
    <div class={error ? "field bad" : "field"}>
      <label for={id}>{label}</label>
      {hint && (
        <span class="small soft" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span class="error" id={`${id}-error`}>
          {error}
        </span>
      )}
      <input
        id={id}
        name={field}
        type={type}
        defaultValue={values[field] ?? ""}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
      />
    </div>
  );
}

function Select({
  row,
  values,
  errors,
  name,
  label,
  options,
}: RowProps & { name: string; label: string; options: [string, string][] }) {
  const field = row + name;
  const id = `f-${field}`;
  const error = errors[field];
  return (
    <div class={error ? "field bad" : "field"}>
      <label for={id}>{label}</label>
      {error && (
        <span class="error" id={`${id}-error`}>
          {error}
        </span>
      )}
      <select
        id={id}
        name={field}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? true : undefined}
      >
        {options.map(([value, text]) => (
          <option key={value} value={value} selected={value === (values[field] ?? "")}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
