// Photos: what a camera took is larger than any network's input, and may lie on its side.

const LARGEST = 1024; // pixels of the longer side that are sent

/** The photo as an image, upright, and as the bytes of a file. */
export async function photo(file) {
  const image = await createImageBitmap(file); // turns it as EXIF says
  const scale = LARGEST / Math.max(image.width, image.height);
  if (scale >= 1) {
    return { image, bytes: file };
  }
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const bytes = await new Promise(resolve => canvas.toBlob(resolve, "image/png"));
  return { image: canvas, bytes };
}
