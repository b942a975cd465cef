/** One of the two coordinates of a pin, to be typed. */
export function Degrees({
  name,
  label,
  value,
  error,
  field,
}: {
  name: string;
  label: string;
  value: string;
  error: string | undefined;
  field: { current: HTMLInputElement | null };
}) {
  const id = `f-${name}`;
  return (
    <div class={error ? "field bad" : "field"}>
      <label for={id}>{label}</label>
      {error && (
        <span class="error" id={`${id}-error`}>
          {error}
        </span>
      )}
      <input
        ref={field}
        id={id}
        name={name}
        inputmode="decimal"
        defaultValue={value}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? true : undefined}
      />
    </div>
  );
}
