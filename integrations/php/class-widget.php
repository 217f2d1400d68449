<?php
namespace Spass;

/** Widget requested by an author: known attributes are kept, unknown ones are reported. */
final class Widget {

	/** @var string Name such as `resource-list`; empty if it is unknown. */
	public $noun = '';

	/** @var array<string,string> Attributes of the tag. */
	public $attributes = array();

	/** @var string Colours as a style: `--spass-link: #1f5fa6`. */
	public $style = '';

	/** @var array<int,array{0:string,1:string}> Errors: code and value. */
	public $faults = array();

	/** @var array Entry of the catalogue. */
	public $facts = array();

	/** Values that mean "no" for a boolean attribute. */
	private const NO = array( '', '0', 'false', 'no', 'non', 'nee' );

	/** Reads the arguments: `widget` is the name, the others are attributes. */
	public static function from( array $given, Catalogue $catalogue ): self {
		$widget = new self();
		$noun   = self::noun( $given );
		unset( $given['widget'] );
		$facts = $catalogue->widget( $noun );
		if ( null === $facts ) {
			$widget->faults[] = array( 'widget', $noun );
			return $widget;
		}
		$widget->noun  = $noun;
		$widget->facts = $facts;
		foreach ( $given as $name => $value ) {
			if ( is_int( $name ) ) {
				// Attribute without a value, such as `sync-url`.
				$widget->set( (string) $value, 'true' );
			} else {
				$widget->set( $name, (string) $value );
			}
		}
		if ( isset( $facts['attributes']['api'] ) && ! isset( $widget->attributes['api'] ) && ! $facts['content'] ) {
			$widget->faults[] = array( 'api', $noun );
		}
		return $widget;
	}

	/** Returns the name of the widget in some arguments, without `spass-`; it may be unknown. */
	public static function noun( array $given ): string {
		$noun = strtolower( Repair::value( (string) ( $given['widget'] ?? '' ) ) );
		return preg_replace( '/^spass-/', '', $noun );
	}

	/** Returns the value of an attribute, or its default. */
	public function get( string $name ): string {
		return $this->attributes[ $name ] ?? (string) ( $this->facts['attributes'][ $name ]['default'] ?? '' );
	}

	private function set( string $name, string $value ): void {
		$name  = strtolower( Repair::value( $name ) );
		$value = Repair::value( $value );
		$facts = $this->facts['attributes'][ $name ] ?? null;
		if ( 'colours' === $name ) {
			$this->set_colours( $value );
		} elseif ( null === $facts ) {
			$this->faults[] = array( 'attribute', $name );
		} elseif ( 'flag' === $facts['kind'] ) {
			if ( ! in_array( strtolower( $value ), self::NO, true ) ) {
				$this->attributes[ $name ] = '';
			}
		} elseif ( '' === $value && ( 'api' === $name || 'text' !== $facts['kind'] || isset( $facts['choices'] ) ) ) {
			// An empty value has a meaning only for strings: `facets=""` hides all facets.
			return;
		} elseif ( 'api' === $name && ! self::is_address( $value ) ) {
			$this->faults[] = array( 'address', $value );
		} elseif ( isset( $facts['choices'] ) && ! in_array( $value, $facts['choices'], true ) ) {
			$this->faults[] = array( 'choice', "$name=\"$value\" (" . implode( ', ', $facts['choices'] ) . ')' );
		} elseif ( isset( $facts['range'] ) && ! self::is_in( $value, $facts['range'] ) ) {
			$this->faults[] = array( 'choice', "$name=\"$value\" (" . implode( '–', $facts['range'] ) . ')' );
		} elseif ( isset( $facts['names'] ) && preg_match( '/^[\w-]+$/', $value ) && ! in_array( $value, $facts['names'], true ) ) {
			$this->faults[] = array( 'choice', "$name=\"$value\" (" . implode( ', ', $facts['names'] ) . ', …)' );
		} else {
			$this->attributes[ $name ] = $value;
		}
	}

	/** Reads colours written as `link: #1f5fa6; ink: #1d2a2f`; anything else could be any style. */
	private function set_colours( string $list ): void {
		$styles = array();
		foreach ( array_filter( array_map( 'trim', explode( ';', $list ) ), 'strlen' ) as $one ) {
			if ( preg_match( '/^(?:--spass-)?([a-z][a-z-]*)\s*:\s*(#(?:[0-9a-f]{3,4}){1,2})$/i', $one, $found ) ) {
				$styles[] = '--spass-' . strtolower( $found[1] ) . ': ' . $found[2];
			} else {
				$this->faults[] = array( 'choice', "colours=\"$one\" (link: #1f5fa6)" );
			}
		}
		$this->style = implode( '; ', $styles );
	}

	/** Returns true if a value is a number in a range, whose second bound may be missing. */
	private static function is_in( string $value, array $range ): bool {
		return is_numeric( $value ) && $value >= $range[0] && $value <= ( $range[1] ?? INF );
	}

	/** Returns true if a value starts like a URL that a browser would request. */
	private static function is_address( string $value ): bool {
		return (bool) preg_match( '~^(?:https?://[^\s/]|/(?!/))~i', $value );
	}

	/** Returns the URLs in `api`, separated by spaces; a URL may contain spaces too. */
	public function addresses(): array {
		return preg_split( '~\s+(?=https?://|/)~i', $this->get( 'api' ), -1, PREG_SPLIT_NO_EMPTY );
	}
}
