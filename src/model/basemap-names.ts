/** Names of the preset basemaps. */
export const PRESET_NAMES = ['ign', 'ign-ortho', 'osm-be'] as const;
export type PresetName = (typeof PRESET_NAMES)[number];
