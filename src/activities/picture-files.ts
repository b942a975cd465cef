/** The widths in pixels in which a picture is kept. */
export const WIDTHS = [1200, 480] as const;

export interface Made {
  files: { width: (typeof WIDTHS)[number]; bytes: Uint8Array }[];
  width: number;
  height: number;
}
