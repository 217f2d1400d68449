<?php
namespace Spass\Contributions;

/** Response of the API, to be sent by the CMS. */
final class Reply {

	/** Media types of photographs, by extension. */
	public const PHOTO_TYPES = array(
		'jpg'  => 'image/jpeg',
		'png'  => 'image/png',
		'webp' => 'image/webp',
	);

	/** @var int */
	public $status;

	/** @var array<string,string> */
	public $headers;

	/** @var string */
	public $body;

	/** @var string Path of a file that is sent instead of `body`; empty if there is none. */
	public $file = '';

	public function __construct( int $status, array $headers, string $body = '' ) {
		$this->status  = $status;
		$this->headers = $headers;
		$this->body    = $body;
	}

	public static function json( array $body, int $status = 200, array $headers = array() ): self {
		$headers += array(
			'Content-Type'  => 'application/json; charset=utf-8',
			'Cache-Control' => 'no-store',
		);
		return new self( $status, $headers, (string) json_encode( $body, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE ) );
	}

	/** Returns a photograph, with a policy that prevents script execution. */
	public static function photo( string $path, string $cache_control ): self {
		$type = self::PHOTO_TYPES[ pathinfo( $path, PATHINFO_EXTENSION ) ] ?? '';
		if ( '' === $type || ! is_file( $path ) ) {
			throw new Problem( 404, 'There is nothing at this address.' );
		}
		$reply       = new self(
			200,
			array(
				'Content-Type'                 => $type,
				'Cache-Control'                => $cache_control,
				'Content-Security-Policy'      => "default-src 'none'; sandbox",
				'Cross-Origin-Resource-Policy' => 'cross-origin',
				'X-Content-Type-Options'       => 'nosniff',
			)
		);
		$reply->file = $path;
		return $reply;
	}

	/** Sends status, headers and body. A response to HEAD has no body. */
	public function send( string $method ): void {
		http_response_code( $this->status );
		foreach ( $this->headers as $name => $value ) {
			header( "$name: $value" );
		}
		if ( 'HEAD' === $method ) {
			return;
		}
		if ( '' === $this->file ) {
			echo $this->body; // phpcs:ignore WordPress.Security.EscapeOutput -- JSON, or a page whose values are escaped.
		} else {
			readfile( $this->file );
		}
	}
}
