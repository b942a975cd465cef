declare global {
  interface DocumentEventMap {
    /** The map (and *nær mig*) asks for a wish: null takes a parameter away. */
    "board:wish": CustomEvent<Record<string, string | null>>;
    /** Other hits stand on the page: the search's parameters as an address has them. */
    "board:searched": CustomEvent<string>;
  }
}

/** What was meant by an event: its target, or what is around it, that fits the selector. */
export function meantBy<E extends Element>({ target }: Event, selector: string): E | null {
  return target instanceof Element ? target.closest<E>(selector) : null;
}
