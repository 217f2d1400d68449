/** Response in which every text and URL would run code if not escaped. */
export const hostileResponse = JSON.stringify({
  version: '1',
  items: [
    {id: 1, title: '<img src=x onerror=pwned()>', url: 'javascript:pwned()'},
    {
      id: 2,
      title: {fr: '<script>pwned()</script>', 'x"onfocus="pwned()': 'y'},
      url: 'https://a.example/"onclick="pwned()',
    },
    {id: 3, title: '"><svg onload=pwned()>', url: 'data:text/html,<script>pwned()</script>'},
    {id: 4, title: {'fr" onclick="pwned()': 'Langue'}, url: 'https://user:pw@a.example/'},
    {id: 5, title: '[spass widget="resource-list"]', url: ' https://b.example/?a=1&b=2 '},
    {
      id: 6,
      title: '<spass|widget=resource-list>',
      url: 'JaVaScRiPt:pwned()',
      period: {start: '2026"><b>'},
    },
    'pas une fiche',
    null,
    {id: {}, title: 7},
  ],
});

/** Returns its texts that contain a tag, which must never appear in a page. */
export const textsWithTags = (json: string): readonly string[] =>
  [...json.matchAll(/<(?:img|svg)[^>]*>|<script>pwned/g)].map(
    ([tag]) => JSON.parse(`"${tag}"`) as string,
  );
