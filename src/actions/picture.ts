import { MOST_BYTES } from "../activities/picture-files.ts";
import type { NewPicture } from "../activities/pictures.ts";
import type { Runtime } from "../process/runtime.ts";
import type { Upload } from "../shared/forms.ts";
import { refuse } from "../texts/refusal.ts";

/** A picture that was posted, as it is kept; refuses none, and what is no picture. */
export async function handedIn({ work }: Runtime, file: Upload | null, alt: string): Promise<NewPicture> {
  if (!file) refuse("pictureMissing", "file");
  if (file.size > MOST_BYTES) refuse("pictureTooLarge", "file");
  const bytes = await file.bytes();
  return { made: await work.do("picture", { file: bytes }, [bytes.buffer]), alt };
}
