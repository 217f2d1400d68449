import {formatNumber} from './format.js';

/** Formats an area in square metres below one hectare, in hectares below one square kilometre, else in square kilometres. */
export function formatArea(language: string, squareMetres: number): string {
  const [unit, size] =
    squareMetres < 1e4
      ? (['m²', 1] as const)
      : squareMetres < 1e6
        ? (['ha', 1e4] as const)
        : (['km²', 1e6] as const);
  const value = squareMetres / size;
  // Intl.NumberFormat has no square units.
  return `${formatNumber(language, value, value < 10 && size > 1 ? 1 : 0)}\u00a0${unit}`;
}
