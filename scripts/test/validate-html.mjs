// Validates HTML with html-validate, for tests of elements and pages.
import {HtmlValidate} from 'html-validate';

const checker = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  elements: ['html5'],
  rules: {'no-missing-references': 'error'},
});

/** Returns the errors of a page, one line each: rule, message and position. */
export const htmlErrors = async html => {
  const {results} = await checker.validateString(html);
  return results.flatMap(({messages}) =>
    messages.map(
      ({ruleId, message, selector, line, column}) =>
        `${ruleId}: ${message} (${selector ?? `${line}:${column}`})`,
    ),
  );
};
