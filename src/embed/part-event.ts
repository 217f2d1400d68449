/** The event by which a part hands its exports to its own script element: no global is left behind. */
export const PART_EVENT = 'spass-part';
