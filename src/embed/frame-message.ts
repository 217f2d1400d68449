/** Type of the message from a framed page to its parent: `{type, height}`, with the height in CSS pixels. */
export const HEIGHT_MESSAGE = 'spass-height';
