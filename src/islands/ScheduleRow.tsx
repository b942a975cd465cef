/** The fields of one row of a schedule. */
import { contact as texts } from "../texts/contact.ts";
import { weekdayLabels } from "../texts/labels.ts";
import { type RowProps, Input, Select } from "./RowFields.tsx";

const DAYS = ["man", "tir", "ons", "tor", "fre", "loer", "soen"] as const;
const ORDERS = ["1", "2", "3", "4", "-1"] as const;

/** A certain day. */
export function DatedRow(props: RowProps) {
  return (
    <div class="row-fields">
      <Input {...props} name="date" label={texts.date} type="date" />
      <Hours {...props} />
    </div>
  );
}

/** Every week, or once a month. */
export function SeriesRow({ kind, ...props }: RowProps & { kind: "w" | "m" }) {
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
