/** The roadmap's drawing as a PNG, drawn by the device itself. */
import { Platform } from 'obsidian';
import { WORDS } from '../views/words/words.js';
import { svgAddress } from './svg-picture.js';

const words = WORDS.roadmapHost;

/** Pixels per unit: sharp on the screens of today, and on paper. */
const SCALE = 2;
/** What browsers draw at most: a side of Chromium's canvas, and the area of one on iOS and elsewhere (256 MB). */
const LONGEST_SIDE_PX = 16_384;
const LARGEST_AREA_PX = 67_108_864;
const LARGEST_AREA_IOS_PX = 16_777_216;

/** Why there is no picture, and what to do, in words for the person. */
export class PictureTrouble extends Error {
  override readonly name = 'PictureTrouble';
}

/** Twice as wide and high as the drawing says. Rejects with {@link PictureTrouble} when it cannot be drawn. */
export async function drawSvgAsPng(svg: string): Promise<ArrayBuffer> {
  const { width, height } = sizeOf(svg);
  const area = Platform.isIosApp ? LARGEST_AREA_IOS_PX : LARGEST_AREA_PX;
  if (Math.max(width, height) > LONGEST_SIDE_PX || width * height > area) throw new PictureTrouble(words.tooLarge(width, height));
  const image = await loadImage(svgAddress(svg));
  const canvas = createEl('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new PictureTrouble(words.notDrawn);
  pen.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new PictureTrouble(words.notDrawn);
  return blob.arrayBuffer();
}

/** In pixels of the picture. */
function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /^<svg [^>]*? width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  return { width: Number(width ?? 0) * SCALE, height: Number(height ?? 0) * SCALE };
}

function loadImage(address: string): Promise<HTMLImageElement> {
  const image = createEl('img');
  return new Promise((resolve, reject) => {
    image.onload = () => resolve(image);
    image.onerror = () => reject(new PictureTrouble(words.notDrawn));
    image.src = address;
  });
}
