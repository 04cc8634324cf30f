import { Parser } from 'htmlparser2';

/** Texts that break out of a careless renderer. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</figcaption></figure><iframe src="https://evil.example"></iframe>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'x" srcset="javascript:alert(1) 1w',
];

const TAGS = new Set(
  `a abbr audio blockquote br caption cite code col colgroup dd details div dl dt em figcaption figure h2 h3 h4 h5 h6 hr
   img kbd li mark ol p pre q s small span strong sub summary sup table tbody td tfoot th thead time tr u ul video`.split(
    /\s+/,
  ),
);
const ATTRIBUTES = new Set(
  `alt colspan controls height href id lang loading preload rel rowspan scope span src srcset start target title type
   value width`.split(/\s+/),
);
const ADDRESS = /^(?:https?:\/\/|mailto:|tel:|[^:]*$|[^:/?#]*[/?#])/i;

/** What a page must not get from a body: names of elements, attributes and addresses that are not allowed. */
export function dangersIn(html: string): string[] {
  const dangers: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!TAGS.has(name)) dangers.push(`<${name}>`);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (!ATTRIBUTES.has(attribute)) dangers.push(`${name} ${attribute}`);
        const addresses = attribute === 'srcset' ? value.split(', ') : [value];
        const isAddress = ['href', 'src', 'srcset'].includes(attribute);
        if (isAddress) dangers.push(...addresses.filter((address) => !ADDRESS.test(address.replace(/[\0-\x20]/g, ''))));
      }
    },
    oncomment: () => dangers.push('comment'),
    onprocessinginstruction: (name) => dangers.push(name),
  });
  parser.end(html);
  return dangers;
}
