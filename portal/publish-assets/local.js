// A page that is opened from the disk: its links name files, and a sentence says what needs a server.
if (location.protocol === 'file:') {
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.textContent = document.currentScript.dataset.notice;
  document.querySelector('main').prepend(notice);
  for (const link of document.querySelectorAll('a[href]'))
    if (link.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html';
}
