/** Types of the npm package `ecoindex`. Its licence, CC BY-NC-ND, does not allow copying its code. */
declare module 'ecoindex' {
  /** Returns the EcoIndex of a page with a number of elements, requests and kilobytes transferred. */
  export function computeEcoIndex(elements: number, requests: number, kilobytes: number): number;
}
