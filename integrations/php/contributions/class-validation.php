<?php
namespace Spass\Contributions;

/** Validates a contribution by the rules of the portal API. */
final class Validation {

	/** Maximum nesting of the JSON. Deeper JSON is refused as a whole. */
	private const MAX_LEVELS = 512;

	/** @var array Valid fields of the record. */
	public $record = array();

	/** @var array<int,string> Text alternatives of the photographs; empty if there is none. */
	public $alts = array();

	/** @var array<int,array{field:string,message:string}> */
	public $errors = array();

	/** @var Messages */
	private $messages;

	/** @var array<string,bool> Fields that have a value of a wrong type. */
	private $invalid = array();

	private function __construct( Messages $messages ) {
		$this->messages = $messages;
	}

	/**
	 * Returns the number of photographs that the JSON describes. 0 if it cannot be read.
	 */
	public static function described_photos( string $json ): int {
		$input = json_decode( $json, false, self::MAX_LEVELS );
		return is_object( $input ) && is_array( $input->photos ?? null ) ? count( $input->photos ) : 0;
	}

	/**
	 * Returns a reply of the team as it is stored; empty without one, null if it is too long.
	 *
	 * @param mixed $value Value of the form.
	 */
	public static function parse_reply( $value ): ?string {
		$reply = is_string( $value ) && preg_match( '//u', $value ) ? Text::clean( $value ) : '';
		return Text::length( $reply ) <= Contract::limit( 'reply' ) ? $reply : null;
	}

	/** @param int $photo_count Number of photographs in the form. */
	public static function validate( string $json, int $photo_count, Messages $messages ): self {
		$validation = new self( $messages );
		$input      = json_decode( $json, false, self::MAX_LEVELS );
		if ( ! is_object( $input ) ) {
			$validation->add_error( 'contribution', $messages->get( 'unreadable' ) );
			return $validation;
		}
		// Fields that only the server may set are not read.
		$validation->read( (array) $input );
		$validation->check( $photo_count );
		if ( ! in_array( $input->website ?? '', array( '', null, false, 0 ), true ) ) {
			// Honeypot: users do not see this field, so only bots fill it in.
			$validation->add_error( 'website', $messages->get( 'honeypot' ) );
		}
		$validation->read_alts( $input->photos ?? null );
		return $validation;
	}

	private function add_error( string $field, string $message ): void {
		$this->errors[] = array(
			'field'   => $field,
			'message' => $message,
		);
	}

	/** Reads the fields by their types. */
	private function read( array $input ): void {
		foreach ( Contract::fields() as $name => $type ) {
			if ( ! array_key_exists( $name, $input ) || ( 'geo' === $type && null === $input[ $name ] ) ) {
				continue;
			}
			$value = $this->parse( $type, $input[ $name ] );
			if ( null === $value ) {
				$this->invalid[ $name ] = true;
				if ( 'kind' !== $name ) {
					$this->add_error( $name, $this->type_error( $type ) );
				}
			} elseif ( '' !== $value && array() !== $value ) {
				$this->record[ $name ] = $value;
			}
		}
	}

	private function type_error( string $type ): string {
		if ( 'shape' === $type ) {
			return $this->messages->format( 'badShape', Contract::limit( 'vertices' ) );
		}
		return $this->messages->get( 'geo' === $type ? 'badPlace' : 'unreadable' );
	}

	/**
	 * Returns a valid value, or null.
	 *
	 * @param mixed $value Value of the client.
	 * @return mixed
	 */
	private function parse( string $type, $value ) {
		switch ( $type ) {
			case 'string':
				return is_string( $value ) && Text::length( $value ) <= Contract::limit( 'line' ) ? str_replace( "\n", ' ', Text::clean( $value ) ) : null;
			case 'text':
				return is_object( $value ) ? $this->parse_translations( (array) $value ) : ( is_string( $value ) ? Text::clean( $value ) : null );
			case 'geo':
				$lat = is_object( $value ) ? ( $value->lat ?? null ) : null;
				$lon = is_object( $value ) ? ( $value->lon ?? null ) : null;
				return self::is_between( $lat, 90 ) && self::is_between( $lon, 180 ) ? array(
					'lat' => $lat,
					'lon' => $lon,
				) : null;
			case 'direction':
				return self::is_between( $value, 360 ) && $value >= 0 ? $value : null;
			case 'shape':
				return Geometry::parse( $value );
			default:
				return self::parse_id( $value );
		}
	}

	private function parse_translations( array $texts ): ?array {
		if ( count( $texts ) > Contract::limit( 'languages' ) || count( array_filter( $texts, 'is_string' ) ) < count( $texts ) ) {
			return null;
		}
		// Numbers as keys would make a list of the texts.
		foreach ( array_keys( $texts ) as $tag ) {
			if ( ! preg_match( '/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i', (string) $tag ) ) {
				return null;
			}
		}
		return array_map( array( Text::class, 'clean' ), $texts );
	}

	/**
	 * Returns true for a number from `-$bound` to `$bound`.
	 *
	 * @param mixed $value
	 */
	public static function is_between( $value, int $bound ): bool {
		return ( is_int( $value ) || is_float( $value ) ) && abs( $value ) <= $bound;
	}

	/**
	 * @param mixed $value
	 * @return int|string|null
	 */
	private static function parse_id( $value ) {
		if ( is_float( $value ) && floor( $value ) === $value && abs( $value ) < 2 ** 53 ) {
			return (int) $value;
		}
		return is_int( $value ) || ( is_string( $value ) && '' !== $value && Text::length( $value ) <= Contract::limit( 'line' ) ) ? $value : null;
	}

	/** Checks required fields and lengths. */
	private function check( int $photo_count ): void {
		$record   = $this->record;
		$required = Contract::required_field( $record['kind'] ?? '' );
		$length   = array_sum( array_map( array( Text::class, 'length' ), Text::translations( $record['text'] ?? null ) ) );
		if ( 0 === $length ) {
			unset( $this->record['text'] );
		}
		if ( '' === $required ) {
			$this->add_error( 'kind', $this->messages->get( 'badKind' ) );
		}
		if ( 'text' === $required && 0 === $length && ! isset( $this->invalid['text'] ) ) {
			$this->add_error( 'text', $this->messages->get( 'noText' ) );
		}
		if ( $length > Contract::limit( 'text' ) ) {
			$this->add_error( 'text', $this->messages->format( 'tooLong', Contract::limit( 'text' ) ) );
		}
		if ( 'geo' === $required && ! isset( $record['geo'] ) && ! isset( $this->invalid['geo'] ) ) {
			$this->add_error( 'geo', $this->messages->get( 'noPlace' ) );
		}
		if ( 'photos' === $required && 0 === $photo_count ) {
			$this->add_error( 'photos', $this->messages->get( 'noPhoto' ) );
		}
		if ( $photo_count > Contract::limit( 'photos' ) ) {
			$this->add_error( 'photos', $this->messages->format( 'tooManyPhotos', Contract::limit( 'photos' ) ) );
		}
		if ( Text::length( $record['name'] ?? '' ) > Contract::limit( 'name' ) ) {
			$this->add_error( 'name', $this->messages->format( 'tooLong', Contract::limit( 'name' ) ) );
		}
	}

	/** @param mixed $photos Descriptions of the photographs. The files are separate parts of the form. */
	private function read_alts( $photos ): void {
		foreach ( is_array( $photos ) ? array_slice( $photos, 0, Contract::limit( 'photos' ) ) : array() as $photo ) {
			$alt          = is_object( $photo ) ? ( $photo->alt ?? '' ) : '';
			$this->alts[] = is_string( $alt ) ? Text::cut( Text::clean( $alt ), Contract::limit( 'alt' ) ) : '';
		}
	}
}
