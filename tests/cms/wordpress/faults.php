<?php
// Faults of the machine, chosen by the file `fault`; and a log of the plugin's PHP warnings.
set_error_handler(function ($severity, $message, $file, $line) {
    if ($severity & error_reporting() && strpos($file, 'spass-widgets') !== false) {
        file_put_contents(WP_CONTENT_DIR . '/warnings', "$message in $file:$line\n", FILE_APPEND);
    }
    return false;
}, E_ALL);
error_reporting(E_ALL);

/** File system that takes ten bytes of each file. */
class FullDisk
{
    public $context;
    private $isEmpty = true;
    public function mkdir()
    {
        return true;
    }
    public function stream_open()
    {
        return true;
    }
    public function stream_write($bytes)
    {
        $length = $this->isEmpty ? min(10, strlen($bytes)) : 0;
        $this->isEmpty = false;
        return $length;
    }
    public function stream_close()
    {
    }
    public function stream_metadata()
    {
        return true;
    }
    public function unlink()
    {
        return true;
    }
    public function url_stat($path, $flags)
    {
        // Folders and the files of the folder itself exist; photographs do not.
        $mode = preg_match('/\.(jpg|png|webp)$/', $path) ? 0 : (pathinfo($path, PATHINFO_EXTENSION) ? 0100600 : 0040700);
        return $mode ? ['mode' => $mode, 'size' => 0] : false;
    }
}

$fault = @file_get_contents(WP_CONTENT_DIR . '/fault');
if ($fault === 'disk') {
    stream_wrapper_register('full', 'FullDisk');
    add_filter('upload_dir', fn ($folders) => ['basedir' => 'full://uploads'] + $folders);
}
if ($fault === 'media' || $fault === 'record') {
    add_filter('query', function ($sql) use ($fault) {
        static $attachments = 0;
        $isAttachment = preg_match('/^INSERT INTO `?wp_posts/', $sql) && strpos($sql, "'attachment'");
        $isRecord = preg_match('/^INSERT INTO `?wp_postmeta/', $sql) && strpos($sql, '_spass_record');
        return $fault === 'record' && $isRecord || $fault === 'media' && $isAttachment && ++$attachments === 2 ? 'SELECT broken' : $sql;
    });
}
if ($fault === 'undeletable') {
    // A photograph that the web server's account may not delete.
    add_filter('wp_delete_file', '__return_empty_string');
}
