export interface Described {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: {readonly text?: string};
}

/** Declaration of a class in the manifest. */
export interface Declaration {
  readonly tagName?: string;
  readonly description?: string;
  readonly attributes?: readonly Described[];
  readonly members?: readonly (Described & {
    readonly kind: string;
    readonly privacy?: string;
    readonly static?: boolean;
    readonly attribute?: string;
  })[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
}

/** `custom-elements.json`. */
export interface Manifest {
  readonly modules: readonly {readonly declarations?: readonly Declaration[]}[];
}

// A glob, since a missing file must not fail the type check. `npm run storybook` builds it.
const manifests = import.meta.glob<Manifest>('../dist/custom-elements.json', {
  eager: true,
  import: 'default',
});

/** Manifest of the build; empty without one. */
export const manifest: Manifest = Object.values(manifests)[0] ?? {modules: []};

/** Returns the declaration of a tag; undefined without a build. */
export const declarationOf = (tag: string): Declaration | undefined =>
  manifest.modules
    .flatMap(({declarations = []}) => declarations)
    .find(({tagName}) => tagName === tag);
