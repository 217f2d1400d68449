// Debian's browsers are used: nothing to download.
module.exports = {skipDownload: true};
