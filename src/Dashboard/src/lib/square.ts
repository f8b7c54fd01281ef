/** Pixels of a person's picture in each direction: sharp at every size in which it is shown. */
const SIDE = 256;

/** The largest square in the middle of a picture. */
export function middle(width: number, height: number): { x: number; y: number; side: number } {
  const side = Math.min(width, height);
  return { x: Math.floor((width - side) / 2), y: Math.floor((height - side) / 2), side };
}

/** The middle of a picture, upright, small enough to be sent whatever a camera made. Throws when it is no picture. */
export async function squared(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
  try {
    const { x, y, side } = middle(picture.width, picture.height);
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = SIDE;
    const pen = canvas.getContext("2d")!;
    pen.imageSmoothingQuality = "high";
    pen.drawImage(picture, x, y, side, side, 0, 0, SIDE, SIDE);
    return await new Promise<Blob>((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/webp", 0.9));
  } finally {
    picture.close();
  }
}
