/** Area of the regional sheet in degrees: west, south, east, north. */
export const SHEET_BOX = [1, 49.3, 6.4, 51.8] as const;
