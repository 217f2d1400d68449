<?php
namespace Spass\Contributions;

/** Request to the API, as PHP has received it. */
final class Request {

	/** @var string */
	public $method = 'GET';

	/** @var string Path below the base of the API, without slashes at its ends, such as `receipts/abc`. */
	public $path = '';

	/** @var array */
	public $query = array();

	/** @var array Fields of the form, without slashes added by the CMS. */
	public $post = array();

	/** @var array Uploads in the structure of `$_FILES`. */
	public $files = array();

	/** @var array<string,string> Headers by lower-case name. */
	public $headers = array();

	/** @var string IP address of the client. */
	public $client = '';

	/** Returns the request of this process. */
	public static function current( string $path ): self {
		$request         = new self();
		$request->path   = trim( $path, '/' );
		$request->method = strtoupper( self::text( $_SERVER['REQUEST_METHOD'] ?? 'GET' ) );
		$request->query  = $_GET;
		$request->post   = $_POST;
		$request->files  = $_FILES;
		$request->client = self::text( $_SERVER['REMOTE_ADDR'] ?? '' );
		foreach ( array( 'CONTENT_TYPE', 'CONTENT_LENGTH', 'HTTP_IDEMPOTENCY_KEY', 'HTTP_ACCEPT_LANGUAGE', 'HTTP_ORIGIN', 'HTTP_HOST' ) as $name ) {
			$header                      = strtolower( str_replace( array( 'HTTP_', '_' ), array( '', '-' ), $name ) );
			$request->headers[ $header ] = self::text( $_SERVER[ $name ] ?? '' );
		}
		return $request;
	}

	public function header( string $name ): string {
		return $this->headers[ $name ] ?? '';
	}

	/** Returns the messages in the language of the client. */
	public function messages(): Messages {
		return Messages::of( Messages::negotiate( self::text( $this->query['lang'] ?? '' ), $this->header( 'accept-language' ) ) );
	}

	/** @param mixed $value Value of the client; a list gives an empty string. */
	private static function text( $value ): string {
		return is_string( $value ) ? $value : '';
	}
}
