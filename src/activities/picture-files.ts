/** The widths in pixels in which a picture is kept. */
export const WIDTHS = [1200, 480] as const;

/** A larger file is no picture that anybody needs to send. */
export const MOST_BYTES = 10 * 1024 * 1024;
/** What one may choose. */
export const PICTURE_KINDS = "image/jpeg,image/png,image/webp,image/avif";

export interface Made {
  files: { width: (typeof WIDTHS)[number]; bytes: Uint8Array }[];
  width: number;
  height: number;
}
