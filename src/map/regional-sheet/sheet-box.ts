/** Area of the regional sheet in degrees: west, south, east, north. */
export const SHEET_BOX = [-0.6, 48.9, 6.9, 52.2] as const;
