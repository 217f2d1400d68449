// Known nonconformities and limitations, listed in docs/accessibilite/.

/** Nonconformities found by audit, by criterion. They replace the assessment of these criteria for these widgets. */
export const NONCONFORMITIES = [];

/** Known limitations that concern no criterion of the RGAA. */
export const LIMITATIONS = [];
