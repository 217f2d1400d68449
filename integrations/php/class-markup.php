<?php
namespace Spass;

/** Writes the tag of a widget with its fallback content. All values are escaped here. */
final class Markup {

	/**
	 * Returns the complete element.
	 *
	 * @param array    $data     Content of the API responses.
	 * @param string   $content  Content of the author: HTML already sanitized by the CMS.
	 * @param callable $day      Formats an ISO date.
	 * @param string   $language Language of the widget.
	 */
	public static function element( Widget $widget, array $data, string $content, callable $day, string $language ): string {
		$tag   = "spass-{$widget->noun}";
		$start = "<$tag";
		foreach ( $widget->attributes as $name => $value ) {
			$start .= ' ' . $name . '="' . self::escape( $value ) . '"';
		}
		if ( '' !== $widget->style ) {
			$start .= ' style="' . self::escape( $widget->style ) . '"';
		}
		return "$start>" . self::inside( $widget, $data, $content, $day, $language ) . "</$tag>";
	}

	private static function inside( Widget $widget, array $data, string $content, callable $day, string $language ): string {
		if ( 'compare' === $widget->noun ) {
			// Editors wrap images in figures and links; the widget needs the two images.
			preg_match_all( '/<img\b[^>]*>/i', $content, $images );
			return implode( '', array_map( array( self::class, 'picture' ), $images[0] ) );
		}
		$is_written = '' !== trim( $content );
		if ( 'contribute' === $widget->noun && ! $is_written ) {
			return self::form( $widget, $language ) . ( $data['entries'] ? self::entries( $widget, $data['entries'], $day ) : '' );
		}
		if ( $is_written && ( $widget->facts['content'] || ! $data['entries'] ) ) {
			return $content;
		}
		if ( ! $data['entries'] ) {
			return '';
		}
		if ( 'project' === $widget->noun ) {
			return Sheet::html( $widget, $data, $day, $language );
		}
		return 'project-map' === $widget->noun
			? Map\Projects::html( $widget, $data, $day, $language )
			: self::entries( $widget, $data['entries'], $day ) . Funding::html( $data, $language );
	}

	/** Returns an image in an element below which the style sheet writes its date and credit. */
	private static function picture( string $image ): string {
		preg_match_all( '/\sdata-(?:year|date|credit|licence)=(?:"[^"]*"|\'[^\']*\')/i', $image, $facts );
		return $facts[0] ? '<picture' . implode( '', $facts[0] ) . ">$image</picture>" : $image;
	}

	/** Returns a sentence in place of a contribution form, with its contact. A script hides it, whatever it can load. */
	private static function form( Widget $widget, string $language ): string {
		$sentences = Map\Projects::sentences( $language );
		$contact   = Sheet::contact( trim( $widget->get( 'contact' ) ) );
		$html      = self::escape( $sentences->text( 'formNeedsScript' ) );
		if ( '' !== $contact ) {
			$html .= ' ' . self::escape( $sentences->text( 'projectContact' ) . $sentences->text( 'colon' ) ) . $contact;
		}
		return "<noscript><p>$html</p></noscript>";
	}

	private static function entries( Widget $widget, array $entries, callable $day ): string {
		// List items would be read as the phases of the project.
		$is_list = 'project-progress' !== $widget->noun;
		$html    = '';
		foreach ( $entries as $entry ) {
			$html .= $is_list ? '<li>' . self::entry( $entry, $day ) . '</li>' : '<p>' . self::entry( $entry, $day ) . '</p>';
		}
		return $is_list ? "<ul>$html</ul>" : $html;
	}

	private static function entry( array $entry, callable $day ): string {
		$html = self::link( $entry['title'], $entry['url'], $entry['lang'] );
		if ( '' !== $entry['start'] ) {
			$html .= ', <time datetime="' . self::escape( $entry['start'] ) . '">' . self::escape( $day( $entry['start'] ) ) . '</time>';
		}
		if ( '' !== $entry['text'] ) {
			$html .= ( '' === $entry['title'] ? '' : '<br>' ) . self::escape( $entry['text'] );
		}
		return $html;
	}

	/** Returns a text as a link, or as it is without a URL. */
	public static function link( string $text, string $url, string $lang = '' ): string {
		$lang = '' === $lang ? '' : ' lang="' . self::escape( $lang ) . '"';
		$html = self::escape( $text );
		if ( '' !== $url ) {
			return '<a href="' . self::escape( $url ) . "\"$lang>$html</a>";
		}
		return '' === $lang ? $html : "<span$lang>$html</span>";
	}

	/** Escapes text for HTML. Brackets too: text from an API must not become a shortcode of the page. */
	public static function escape( string $text ): string {
		$html = htmlspecialchars( $text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8' );
		return str_replace( array( '[', ']' ), array( '&#91;', '&#93;' ), $html );
	}
}
