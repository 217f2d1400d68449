/** What a framed page sends to the page around it: `{type, height}`, the height in CSS pixels. */
export const HEIGHT_MESSAGE = 'spass-height';
