/** Runs in the reader's browser, behind Swagger UI's own script: shows the description that the page names. */
export const START_SCRIPT = `const place = document.getElementById('api');

const show = async () => {
  const address = new URL(place.dataset.description, location.href);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error('HTTP ' + answer.status);
  const spec = await answer.json();
  // What is tried out here is asked of the host that the page came from, by whatever name that is reached.
  const here = ({ url }) => location.origin + new URL(url, address).pathname.replace(/\\/$/, '');
  spec.servers = (spec.servers ?? [{ url: '.' }]).map((server) => ({ ...server, url: here(server) }));
  SwaggerUIBundle({
    spec,
    domNode: place,
    deepLinking: true,
    defaultModelsExpandDepth: 0,
    // Its badge asks a host of its maker's.
    validatorUrl: null,
  });
};

show().catch((error) => {
  place.textContent = 'Không tải được mô tả API. – The description could not be loaded. (' + error.message + ')';
});
`;
