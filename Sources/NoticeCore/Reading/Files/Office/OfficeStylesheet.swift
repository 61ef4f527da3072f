/// The stylesheets (XSLT 1.0) that turn a part of an office document into plain lines.
///
/// They match by local names, because the strict form of the format (ISO/IEC 29500) uses other namespaces than the usual one.
enum OfficeStylesheet: String, Sendable {
    /// `word/document.xml`: a line a paragraph, a line a table's row with its cells apart, text boxes below their paragraph.
    case word = """
        <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
        <xsl:output method="text" encoding="UTF-8"/>
        <xsl:template match="text()"/>
        <xsl:template match="*[local-name()='p']"><xsl:apply-templates select="*" mode="run"/><xsl:text>&#10;</xsl:text><xsl:apply-templates select="." mode="boxes"/></xsl:template>

        <xsl:template match="text()" mode="run"/>
        <xsl:template match="*[local-name()='t']" mode="run"><xsl:value-of select="."/></xsl:template>
        <xsl:template match="*[local-name()='tab' or local-name()='ptab']" mode="run"><xsl:text>    </xsl:text></xsl:template>
        <xsl:template match="*[local-name()='br' or local-name()='cr']" mode="run"><xsl:text>&#10;</xsl:text></xsl:template>
        <xsl:template match="*[local-name()='noBreakHyphen']" mode="run">-</xsl:template>
        <!-- Properties; what a reviewer struck out or moved away; hidden text; furigana; the second form of a shape. -->
        <xsl:template mode="run" match="*[local-name()='pPr' or local-name()='rPr' or local-name()='del'
          or local-name()='moveFrom' or local-name()='rt' or local-name()='Fallback' or local-name()='txbxContent']"/>
        <xsl:template mode="run" match="*[local-name()='r'][*[local-name()='rPr']/*[local-name()='vanish']]"/>

        <xsl:template match="*" mode="boxes"><xsl:apply-templates
          select=".//*[local-name()='txbxContent'][not(ancestor::*[local-name()='Fallback'])]/*"/></xsl:template>

        <xsl:template match="*[local-name()='tr']">
          <xsl:variable name="cells" select="*[local-name()='tc'] | *[local-name()='sdt']//*[local-name()='tc']"/>
          <xsl:choose>
            <!-- A frame around a part of the letter, or columns of running text: no row of a table. -->
            <xsl:when test="count($cells) = 1 or $cells[count(*[local-name()='p'][.//*[local-name()='t']]) &gt; 4]">
              <xsl:apply-templates select="$cells/*"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:for-each select="$cells">
                <xsl:variable name="text"><xsl:apply-templates select="*" mode="cell"/></xsl:variable>
                <xsl:if test="position() &gt; 1"><xsl:text>   </xsl:text></xsl:if>
                <xsl:value-of select="normalize-space($text)"/>
              </xsl:for-each>
              <xsl:text>&#10;</xsl:text>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:template>
        <xsl:template match="text()" mode="cell"/>
        <xsl:template match="*[local-name()='p']" mode="cell"><xsl:apply-templates select="*" mode="run"/><xsl:text> </xsl:text>
          <xsl:apply-templates mode="cell"
            select=".//*[local-name()='txbxContent'][not(ancestor::*[local-name()='Fallback'])]/*"/></xsl:template>
        </xsl:stylesheet>
        """

    /// `xl/worksheets/sheet1.xml`: `r` row · `c` place, type, style, value · `m` merged area.
    case worksheet = """
        <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
        <xsl:output method="text" encoding="UTF-8"/>
        <xsl:template match="/">
          <xsl:for-each select="*/*[local-name()='sheetData']/*[local-name()='row']">
            <xsl:value-of select="concat('r&#9;', @r, '&#10;')"/>
            <xsl:for-each select="*[local-name()='c'][* or not(@r)]">
              <xsl:value-of select="concat('c&#9;', @r, '&#9;', @t, '&#9;', @s, '&#9;')"/>
              <xsl:for-each select="*[local-name()='v'] | *[local-name()='is']/*[local-name()='t']
                | *[local-name()='is']/*[local-name()='r']/*[local-name()='t']">
                <xsl:value-of select="translate(., '&#10;&#9;&#13;', '&#xE000;&#xE001;')"/>
              </xsl:for-each>
              <xsl:text>&#10;</xsl:text>
            </xsl:for-each>
          </xsl:for-each>
          <xsl:for-each select="*/*[local-name()='mergeCells']/*"><xsl:value-of
            select="concat('m&#9;', @ref, '&#10;')"/></xsl:for-each>
        </xsl:template>
        </xsl:stylesheet>
        """

    /// `xl/sharedStrings.xml`: a line a string, without furigana.
    case sharedStrings = """
        <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
        <xsl:output method="text" encoding="UTF-8"/>
        <xsl:template match="/">
          <xsl:for-each select="*/*[local-name()='si']">
            <xsl:for-each select="*[local-name()='t'] | *[local-name()='r']/*[local-name()='t']">
              <xsl:value-of select="translate(., '&#10;&#9;&#13;', '&#xE000;&#xE001;')"/>
            </xsl:for-each>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </xsl:template>
        </xsl:stylesheet>
        """

    /// `xl/styles.xml`: `f` number, format · `x` number of the format of the next cell style.
    case styles = """
        <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
        <xsl:output method="text" encoding="UTF-8"/>
        <xsl:template match="/">
          <xsl:for-each select="*/*[local-name()='numFmts']/*"><xsl:value-of
            select="concat('f&#9;', @numFmtId, '&#9;', translate(@formatCode, '&#10;&#9;', '  '), '&#10;')"/></xsl:for-each>
          <xsl:for-each select="*/*[local-name()='cellXfs']/*"><xsl:value-of
            select="concat('x&#9;', @numFmtId, '&#10;')"/></xsl:for-each>
        </xsl:template>
        </xsl:stylesheet>
        """

    /// `xl/workbook.xml`: `d` whether days count from 1904 · `s` relation, state, name of a sheet.
    case workbook = """
        <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
        <xsl:output method="text" encoding="UTF-8"/>
        <xsl:template match="/">
          <xsl:value-of select="concat('d&#9;', */*[local-name()='workbookPr']/@date1904, '&#10;')"/>
          <xsl:for-each select="*/*[local-name()='sheets']/*"><xsl:value-of select="concat('s&#9;',
            @*[local-name()='id'], '&#9;', @state, '&#9;', translate(@name, '&#10;&#9;', '  '), '&#10;')"/></xsl:for-each>
        </xsl:template>
        </xsl:stylesheet>
        """

    /// `xl/_rels/workbook.xml.rels`: relation, part.
    case relations = """
        <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
        <xsl:output method="text" encoding="UTF-8"/>
        <xsl:template match="/">
          <xsl:for-each select="*/*"><xsl:value-of select="concat(@Id, '&#9;', @Target, '&#10;')"/></xsl:for-each>
        </xsl:template>
        </xsl:stylesheet>
        """
}
