/**
 * Colours as eyes without red or without green cones see them: Machado, Oliveira and Fernandes, A Physiologically-based
 * Model for Simulation of Color Vision Deficiency, IEEE TVCG 15 (2009), matrices of full severity, on linear RGB.
 */

const MATRICES = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no red cones': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no green cones': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
} as const;

export type Eyes = keyof typeof MATRICES;
export const EYES = Object.keys(MATRICES) as Eyes[];

/** Of a CSS hex colour, another one. */
export function asSeen(hex: string, eyes: Eyes): string {
  const seen = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return `#${MATRICES[eyes].map((row) => byte(row.reduce<number>((sum, part, index) => sum + part * seen[index]!, 0))).join('')}`;
}

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

function byte(value: number): string {
  const part = Math.min(1, Math.max(0, value));
  const encoded = part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255)
    .toString(16)
    .padStart(2, '0');
}
