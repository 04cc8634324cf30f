/** The path of everything that the page is made of, below its own address. */
export const DOCS = '/docs';

/** What the page may do: its own files and requests to its own host, and nothing that stands in the page itself. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // Swagger UI draws its arrows by data: addresses in its stylesheet.
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The page that shows the description of this API.
 * @param path where it is asked for: its files are named relative to that, so that a proxy may serve it below any path
 */
export const docsPage = (path: string): string => {
  const isFolder = path.endsWith('/');
  const files = isFolder ? '' : 'docs/';
  const description = `${isFolder ? '../' : ''}openapi.json`;
  return `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>Tài liệu API – API documentation</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${files}index.css">
    <link rel="stylesheet" href="${files}swagger-ui.css">
    <link rel="service-desc" type="application/json" href="${description}">
    <script defer src="${files}swagger-ui-bundle.js"></script>
    <script defer src="${files}start.js"></script>
  </head>
  <body>
    <header class="swagger-ui">
      <div class="wrapper markdown">
        <p>Tài liệu API: các địa chỉ công khai, dành cho lập trình viên. Bản máy đọc được: <a href="${description}">openapi.json</a>.</p>
        <p lang="en">API documentation: the public addresses, for developers. For programs: <a href="${description}">openapi.json</a>.</p>
        <noscript><p>Trang này cần JavaScript. <span lang="en">This page needs JavaScript.</span></p></noscript>
      </div>
    </header>
    <div id="api" lang="en" data-description="${description}"></div>
  </body>
</html>
`;
};
