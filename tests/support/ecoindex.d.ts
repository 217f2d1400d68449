/** What we use of npm `ecoindex`, which has no types; CC BY-NC-ND, so that no line of it is ours. */
declare module 'ecoindex' {
  /** EcoIndex of a page: elements, requests, kilobytes over the line. */
  export function computeEcoIndex(elements: number, requests: number, kilobytes: number): number;
}
