import {type ChildPart, directive, type PartInfo} from 'lit/directive.js';
import {getCommittedValue, getDirectiveClass} from 'lit/directive-helpers.js';
import {
  type ItemTemplate,
  type KeyFn,
  repeat as litRepeat,
  type RepeatDirective,
} from 'lit/directives/repeat.js';

const LitRepeat = getDirectiveClass(litRepeat([], String)) as new (
  part: PartInfo,
) => RepeatDirective;

/**
 * Lit's `repeat` without its leak: since 3.3.0, each entry that is removed leaves an end marker, a comment that stays in
 * the list (https://github.com/lit/lit/issues/5010). To be removed when Lit removes them.
 */
export const repeat = directive(
  class extends LitRepeat {
    override update<T>(
      part: ChildPart,
      values: [Iterable<T>, KeyFn<T> | ItemTemplate<T>, ItemTemplate<T>],
    ) {
      const before = getCommittedValue(part);
      // Lit changes this list.
      const parts = Array.isArray(before) ? [...(before as ChildPart[])] : [];
      const result = super.update(part, values);
      for (const {startNode, endNode} of parts)
        if (!startNode?.parentNode) (endNode as Comment).remove();
      return result;
    }
  },
) as typeof litRepeat;
