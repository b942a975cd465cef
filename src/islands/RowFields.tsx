/** Fields of a row, named and told apart by it. */

/** What each field of a row is given. */
export interface RowProps {
  row: string;
  values: Record<string, string>;
  errors: Record<string, string>;
}

/** A field to type in. */
export function Input({
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

/** A list to choose from. */
export function Select({
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
