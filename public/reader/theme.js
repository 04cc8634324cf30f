// Before anything is painted: the theme that the reader chose here, else that of the system.
const systemTheme = matchMedia('(prefers-color-scheme: dark)');
const setTheme = () =>
  (document.documentElement.dataset.theme =
    localStorage.getItem('gazette-theme') ?? (systemTheme.matches ? 'dark' : 'light'));
systemTheme.addEventListener('change', setTheme);
setTheme();
